/**
 * An inline script, first on every page. Starlight reads `localStorage` unguarded, which throws where the browser blocks it; there a stand-in
 * that lasts as long as the page takes its place, marked `temporary` so that nothing mistakes it for storage. And it writes unguarded, which
 * throws where the storage is full, before its choice of themes works: its own marks are not worth that.
 */
export const storageGuard =
  `try{localStorage.getItem('');` +
  `const set=Storage.prototype.setItem;Storage.prototype.setItem=function(key,text){try{set.call(this,key,text)}catch(error){if(!/^(starlight|sl)-/.test(key))throw error}}` +
  `}catch{const kept=new Map();Object.defineProperty(window,'localStorage',{configurable:true,value:{temporary:true,getItem:(key)=>kept.get(key)??null,setItem:(key,text)=>{kept.set(key,String(text))},removeItem:(key)=>{kept.delete(key)}}})}`;
